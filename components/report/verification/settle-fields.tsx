import { Button } from "@/components/base/ui/button";
import { limits } from "@/lib/base/limits";

import { deskForm } from "./desk-form";

/** Ids of the hints, which a list of reports says once. */
export const reasonHint = "petunjuk-alasan";
export const ownReasonHint = "petunjuk-alasan-sendiri";

/**
 * Why reports are returned, or verified by their own sender, and the button that does: part of the desk's one form, wherever they
 * stand, so that the desk tells what came of it.
 *
 * @param hint id of the element that has it.
 * @param pressed what the button says to the desk's action.
 */
export function SettleFields(props: {
  readonly id: string;
  readonly reasonName: string;
  readonly label: string;
  readonly hint: string;
  readonly pressed: string;
  readonly button: string;
  readonly variant?: "primary" | "danger";
  readonly isDisabled?: boolean;
}) {
  return (
    <div className="settle">
      <label htmlFor={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        name={props.reasonName}
        form={deskForm}
        rows={2}
        maxLength={limits.reasonLetters}
        aria-describedby={props.hint}
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
