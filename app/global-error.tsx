"use client";

import "./globals.css";

interface Props {
  readonly error: Error & { readonly digest?: string };
}

/** In place of everything, when not even the frame of the screens could be put together. It relies on nothing but the page itself. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body>
        <main role="alert" className="grid min-h-dvh place-content-center p-4 text-center">
          <h1 className="text-body font-semibold text-ink">Something failed here</h1>
          <p className="mt-1 max-w-md text-ink-2">
            Nothing was decided or changed by it. Load it again; if it stays, tell an admin.
          </p>
          {error.digest !== undefined && <p className="mt-2 text-tiny text-ink-3">request {error.digest}</p>}
          {/* An address, not a button: it works even where scripts do not. */}
          <a href="" className="mt-4 text-accent underline">
            Load it again
          </a>
        </main>
      </body>
    </html>
  );
}
