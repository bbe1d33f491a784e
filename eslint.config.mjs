import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { words } from "./tests/architecture/words.mjs";

/** What imports cannot express. Each message says what to do instead. */
const house = {
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Read the environment through lib/base/server/env.ts, which has checked it.",
  },
  clock: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take the time as an argument. Only lib/base/time reads the clock.",
  },
  clockNow: {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take the time as an argument. Only lib/base/time reads the clock.",
  },
  forgedGrant: {
    selector: "TSAsExpression TSTypeReference > Identifier[name='Grant']",
    message: "Only authorize() makes a Grant.",
  },
};

export default tseslint.config(
  { ignores: [".next*/", ".data*/", "prisma/generated/", "next-env.d.ts"] },
  tseslint.configs.recommendedTypeChecked,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat["recommended-latest"],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": [
        "error",
        { allowThrowingUnknown: true, allow: ["Response"] },
      ],
      "no-restricted-syntax": ["error", ...Object.values(house)],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    plugins: { house: { rules: { words } } },
    rules: { "house/words": "error" },
  },
  // These are read before the application is: lib/base/server/env.ts is not there yet.
  {
    files: ["lib/base/server/env.ts", "next.config.js", "proxy.ts", "instrumentation.ts"],
    rules: rulesWithout("environment"),
  },
  { files: ["lib/base/time/clock.ts"], rules: rulesWithout("clock", "clockNow") },
  { files: ["lib/account/auth/grant.ts"], rules: rulesWithout("forgedGrant") },
  {
    // Commands of their own: they set the environment and time their work.
    files: ["scripts/**", "tests/**", "prisma/**"],
    rules: rulesWithout("environment", "clock", "clockNow"),
  },
  // Libraries read their types from interfaces that are merged.
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-type-definitions": "off" } },
  {
    files: ["**/*.{js,cjs,mjs}"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);

function rulesWithout(...names) {
  const kept = Object.entries(house).filter(([name]) => !names.includes(name));
  return { "no-restricted-syntax": ["error", ...kept.map(([, rule]) => rule)] };
}
