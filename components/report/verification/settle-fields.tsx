import { Button } from "@/components/base/ui/button";
import { limits } from "@/lib/base/limits";

import { deskForm } from "./desk-form";

/** What a reason is for: its hint's id, which a list of reports says once, and its CSS draws at each. */
export const reasonHints = {
  returning: "petunjuk-alasan",
  own: "petunjuk-alasan-sendiri",
} as const;

/**
 * Why reports are returned, or verified by their own sender, and the button that does: part of the desk's one form, wherever they
 * stand, so that the desk tells what came of it.
 *
 * @param pressed what the button says to the desk's action.
 */
export function SettleFields(props: {
  readonly id: string;
  readonly reasonName: string;
  readonly label: string;
  readonly hint: keyof typeof reasonHints;
  readonly pressed: string;
  readonly button: string;
  readonly variant?: "primary" | "danger";
  readonly isDisabled?: boolean;
}) {
  return (
    <div className={props.hint === "own" ? "settle own" : "settle"} data-part="">
      <label htmlFor={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        name={props.reasonName}
        form={deskForm}
        rows={2}
        maxLength={limits.reasonLetters}
        aria-describedby={reasonHints[props.hint]}
      />
      <Button
        type="submit"
        name="lakukan"
        value={props.pressed}
        form={deskForm}
        variant={props.variant ?? "danger"}
        disabled={props.isDisabled}
      >
        {props.button}
      </Button>
    </div>
  );
}
