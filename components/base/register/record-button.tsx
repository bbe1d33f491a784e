import { Plus } from "lucide-react";

import { ButtonLink } from "@/components/base/ui/button-link";

/** Begins a new record of a register: its primary button. */
export function RecordButton(props: { readonly href: string; readonly label: string }) {
  return (
    <ButtonLink href={props.href} variant="primary" size="phone" className="max-tablet:w-full">
      <Plus aria-hidden className="size-4" />
      {props.label}
    </ButtonLink>
  );
}
