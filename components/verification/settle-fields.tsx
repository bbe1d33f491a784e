import { Button } from "@/components/ui/button";
import { limits } from "@/lib/limits";

import { deskForm } from "./desk-form";

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
  readonly hint: string;
  readonly pressed: string;
  readonly button: string;
  readonly variant?: "primary" | "danger";
  readonly isDisabled?: boolean;
}) {
  return (
    <div className="mt-3 grid max-w-140 gap-1">
      <label htmlFor={props.id} className="text-dense font-medium">
        {props.label}
      </label>
      <textarea
        id={props.id}
        name={props.reasonName}
        form={deskForm}
        rows={2}
        maxLength={limits.reasonLetters}
        aria-describedby={`${props.id}-hint`}
        className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body text-ink"
      />
      <p id={`${props.id}-hint`} className="text-note text-ink3">
        {props.hint}
      </p>
      <Button
        type="submit"
        name="lakukan"
        value={props.pressed}
        form={deskForm}
        variant={props.variant ?? "danger"}
        disabled={props.isDisabled}
        className="mt-1 justify-self-start"
      >
        {props.button}
      </Button>
    </div>
  );
}
