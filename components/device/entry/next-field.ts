import type { KeyboardEvent } from "react";

/** "Next" on the number pad goes to the next field, and after the last one to the button. */
export function goToNextField(event: KeyboardEvent<HTMLInputElement>) {
  const { form } = event.currentTarget;
  if (event.key !== "Enter" || !form) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll<HTMLElement>("input:not([type=hidden]), [type=submit]")];
  // Fields that are folded away are passed over.
  const shown = stops.filter((stop) => stop.checkVisibility());
  shown[shown.indexOf(event.currentTarget) + 1]?.focus();
}
