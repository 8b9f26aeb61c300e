import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface Session {
    /** `signedInAt`: seconds since 1970. */
    user: { id: string; signedInAt: number };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** Seconds since 1970; sessions from before it was kept have none. */
    signedInAt?: number;
  }
}
