import createNextIntlPlugin from "next-intl/plugin";

/** Sentences are taken apart when the product is built: a browser needs no reader of their grammar. */
const withTranslations = createNextIntlPlugin({
  requestConfig: "./lib/base/i18n/server/request.ts",
  experimental: {
    messages: {
      path: "./lib/base/i18n/messages",
      locales: ["id", "en"],
      format: "json",
      precompile: true,
    },
  },
});

/** Headers of every answer, the first of files too. The content security policy carries a nonce and stands in proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/**
 * What may run in an answer of an address that proxy.ts leaves alone: there are no pages of ours,
 * only what Next says where there is nothing.
 */
const policyWithoutPages = {
  key: "Content-Security-Policy",
  value:
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // No picture is made to measure here, so nobody needs the server that would do it for strangers.
  images: { unoptimized: true },
  reactStrictMode: true,
  // Tests and a second checkout build beside the running product without disturbing it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "pg", "rate-limiter-flexible"],
  // Types are a step of the test suite; a newcomer's first start need not repeat it.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  headers() {
    return Promise.resolve([
      { source: "/((?!_next/static/).*)", headers: securityHeaders },
      ...["/api", "/icons"].map((folder) => ({
        source: `${folder}/:path+`,
        headers: [policyWithoutPages],
      })),
      // They go with every script of a first load, which no one frames, leaves or lets run others.
      { source: "/_next/static/:path+", headers: securityHeaders.slice(0, 1) },
    ]);
  },
};

export default withTranslations(config);
