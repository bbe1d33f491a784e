/** Which way imports may point. Each rule's comment is what a broken build prints. */

const server = "[/-](queries|commands|actions|session|client|record)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one idea cut in the wrong place.",
      from: {},
      to: { circular: true },
    },
    {
      name: "lib-looks-at-nothing-above-it",
      severity: "error",
      comment: "lib is the bottom: app -> components -> lib.",
      from: { path: "^lib/" },
      to: { path: "^(app|components|scripts|tests)/" },
    },
    {
      name: "components-do-not-know-pages",
      severity: "error",
      comment: "A component that knows its page can serve only that page.",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-are-fed-by-props",
      severity: "error",
      comment: "Components get data and actions as props. The page does the fetching.",
      from: { path: "^components/" },
      to: { path: ["^prisma/", `^lib/.*${server}`] },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "components/ui and components/chart could ship in another product.",
      from: { path: "^components/(ui|chart)/" },
      to: { path: ["^components/(?!ui/|chart/)", "^lib/(?!i18n/)"] },
    },
    {
      name: "coverage-is-pure",
      severity: "error",
      comment: "The maths imports nothing: no database, no clock, no framework, no zod.",
      from: { path: "^lib/coverage/" },
      to: { pathNot: "^lib/coverage/" },
    },
    {
      name: "only-queries-and-commands-touch-the-database",
      severity: "error",
      comment: "SQL and Prisma live in queries.ts and commands.ts.",
      from: {
        path: "^((app|components|lib)/|instrumentation\\.ts$|proxy\\.ts$)",
        pathNot: ["^lib/db/", "[/-](queries|commands)\\.ts$", "/record\\.ts$"],
      },
      to: {
        path: ["^lib/db/", "^prisma/", "node_modules/@prisma/", "node_modules/pg/"],
        // Whether the database answers is no data: the proxy asks before a page is drawn.
        pathNot: "^lib/db/outage\\.ts$",
      },
    },
    {
      name: "the-data-layer-does-not-read-the-request",
      severity: "error",
      comment: "Queries and commands take a Grant. They read no session, header or route.",
      from: { path: "^lib/.*[/-](queries|commands)\\.ts$" },
      to: { path: ["^lib/auth/session\\.ts$", "node_modules/next/(headers|navigation|cache)"] },
    },
    {
      name: "pages-write-through-actions",
      severity: "error",
      comment: "A page reads with queries and hands out actions. It runs no command itself.",
      from: { path: "^app/(?!api/)" },
      to: { path: "^lib/.*[/-]commands\\.ts$" },
    },
    {
      name: "charts-own-recharts",
      severity: "error",
      comment: "Recharts is imported by *-chart.tsx only, so it can be replaced there.",
      from: { path: "^(app|components|lib)/", pathNot: "-chart\\.tsx$" },
      to: { path: "node_modules/recharts" },
    },
    {
      name: "monitoring-sits-on-top",
      severity: "error",
      comment: "A read model reads the domains. No domain knows that it is looked at.",
      from: { path: "^lib/(?!monitor/|api/)" },
      to: { path: "^lib/monitor/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file. Delete it.",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^app/", "^tests/", "^prisma/", "^scripts/", "\\.config\\."],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: ["^\\.next"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
