import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";

/** What a form of a record ends with: its button, and the way back. */
export function FormFoot(props: {
  readonly isPending: boolean;
  readonly texts: { readonly save: string; readonly saving: string; readonly stop: string };
  readonly back: string;
}) {
  const { isPending, texts } = props;
  return (
    <p className="col-span-full flex flex-wrap gap-2">
      <Button type="submit" variant="primary" size="phone" disabled={isPending}>
        {isPending ? texts.saving : texts.save}
      </Button>
      <ButtonLink href={props.back} size="phone">
        {texts.stop}
      </ButtonLink>
    </p>
  );
}
