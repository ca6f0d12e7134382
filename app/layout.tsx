import "./globals.css";

import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { DENSITY_COOKIE, THEME_COOKIE, TIMES_COOKIE, appearance } from "../components/ui/theme";
import { HandWords } from "../components/words/hand-words";
import { words } from "../components/words/words";
import { requestLanguage } from "../lib/auth/request-language";
import { documentLanguage } from "../lib/domain/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("signIn");
  return {
    title: { default: "Countersign", template: "%s · Countersign" },
    description: t("says"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f7f5" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f12" },
  ],
};

/** The document, in the language of whoever reads. Theme and density come with the first frame, from the person's cookies. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [jar, language] = await Promise.all([cookies(), requestLanguage()]);
  const look = appearance(jar.get(THEME_COOKIE)?.value, jar.get(DENSITY_COOKIE)?.value, jar.get(TIMES_COOKIE)?.value);
  return (
    <html {...documentLanguage(language)} className={`${GeistSans.variable} ${GeistMono.variable}`} {...look}>
      <body>
        <HandWords areas={["ui"]}>{children}</HandWords>
      </body>
    </html>
  );
}
