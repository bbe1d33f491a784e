import type { KeyboardEvent } from "react";

/** Of what is folded away and goes on all the same: "next" opens it. */
export const onwardMark = "data-onward";

/** "Next" on the number pad goes to the next field, and after the last one to the button. */
export function goToNextField(event: KeyboardEvent<HTMLInputElement>) {
  const { form } = event.currentTarget;
  if (event.key !== "Enter" || !form) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll<HTMLElement>("input:not([type=hidden]), [type=submit]")];
  // Other fields that are folded away are passed over.
  const shown = stops.filter((stop) => stop.checkVisibility() || stop.closest(`[${onwardMark}]`));
  focusUnfolded(shown[shown.indexOf(event.currentTarget) + 1]);
}

/** Focuses something that may be folded away. */
export function focusUnfolded(field: HTMLElement | null | undefined): void {
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}

/** What was filled at once is all to be seen. */
export function unfoldAll(): void {
  for (const folded of document.querySelectorAll(`[${onwardMark}]`)) {
    folded.setAttribute("open", "");
  }
}
