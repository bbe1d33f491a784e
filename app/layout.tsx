import "./globals.css";

import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";

import { EarlyPress } from "@/components/base/ui/early-press";

const letters = localFont({
  src: "./fonts/cakupan-sans.woff2",
  variable: "--font-letters",
  weight: "400 600",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "Cakupan", template: "%s · Cakupan" },
  description: "Pencatatan dan pemantauan kampanye kesehatan tingkat kabupaten.",
  robots: { index: false, follow: false },
  other: { google: "notranslate" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0c3b40" },
    { media: "(prefers-color-scheme: dark)", color: "#0a2327" },
  ],
};

/** Sentences reach the browser only where a page hands them to a component that runs there. */
export default async function RootLayout(props: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // It has an English of its own; a translator that follows new text takes the page's parts away.
    <html lang={locale} translate="no" className={letters.variable}>
      <body>
        <EarlyPress nonce={nonce}>{props.children}</EarlyPress>
      </body>
    </html>
  );
}
