import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/nunito/wght.css';
import './globals.css';

/** The nonce of the content security policy exists per request, so no page is prerendered. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Smile to Pay', template: '%s · Smile to Pay' },
  description: 'Enrol your face once, then pay with a smile.',
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/icon.svg', type: 'image/svg+xml' },
      { url: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    ],
    apple: '/apple-touch-icon.png',
  },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf5e9' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1611' },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
