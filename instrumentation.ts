import type { Instrumentation } from "next";

/** Once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ sieveConsole }, { watchClocks }, { answerUnreadableCalls }] = await Promise.all([
    import("@/lib/server/state/failures"),
    import("@/lib/server/state/watch"),
    import("@/lib/base/forms/server/action-call"),
  ]);
  // While developing, a failure is wanted whole.
  if (process.env.NODE_ENV === "production") sieveConsole(console);
  watchClocks();
  answerUnreadableCalls();
}

/** A page, download or action that failed with what nobody expected. */
export const onRequestError: Instrumentation.onRequestError = async (...failed) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { tellFailure } = await import("@/lib/server/state/failures");
  await tellFailure(...failed);
};
