import { unstable_rethrow } from "next/navigation";

/** No answer came: the server was not reached, or what it said was lost. */
export type Unreached = { readonly status: "unreached" };

/**
 * An action of a form that saves itself: where no answer comes, the page is kept with what was typed,
 * instead of being replaced by one that says that something broke.
 *
 * @returns for the browser; the server draws the form with the action itself, which a page without
 *   scripts sends to.
 */
export function reached<State>(
  action: (previous: State | Unreached, form: FormData) => Promise<State>,
): (previous: State | Unreached, form: FormData) => Promise<State | Unreached> {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      // An answer that leads to another page is thrown too.
      unstable_rethrow(error);
      return { status: "unreached" };
    }
  };
}
