import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface Session {
    user: { id: string };
    /** When the password was typed: seconds since 1970, 0 for sessions that do not know. */
    signedInAt: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    signedInAt?: number | undefined;
  }
}
