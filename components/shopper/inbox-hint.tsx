import Link from 'next/link';

/** Where the demo shows what would have been sent. */
export function InboxHint() {
  return (
    <p>
      This is a demo, so the message comes to{' '}
      <Link
        href="/inbox"
        target="_blank"
        className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
      >
        the demo’s inbox
      </Link>
      .
    </p>
  );
}
