import type { FocusEvent, MouseEvent } from "react";

import { typedOver } from "./count-input";

/** The field that the tap under way has just entered. */
let entered: HTMLInputElement | null = null;

/**
 * A tap on a field chooses the number in it, as a spreadsheet does: the next digit replaces it. A
 * second tap places the caret, for who wants to change one digit.
 */
export const selectWhole = {
  onFocus({ currentTarget }: FocusEvent<HTMLInputElement>) {
    entered = currentTarget;
    if (typedOver(currentTarget) === null) currentTarget.select();
  },
  /** Without this the end of the tap would put the caret where the finger was. */
  onMouseUp(event: MouseEvent<HTMLInputElement>) {
    if (entered === event.currentTarget) {
      event.preventDefault();
      event.currentTarget.select();
    }
    entered = null;
  },
  onBlur() {
    entered = null;
  },
};
