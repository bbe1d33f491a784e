import { useTranslations } from "next-intl";

/** Whether an event is serious, with what makes it so. */
export function Seriousness(props: {
  /** "yes", "no"; "": not said. */
  readonly chosen: string;
  readonly problem: string | undefined;
}) {
  const t = useTranslations("adverseEventForm");
  return (
    <fieldset className="grid content-start gap-1">
      <legend className="text-dense font-medium">{t("seriousness")}</legend>
      <div className="divide-y divide-line rounded-control border border-line-strong bg-surface">
        {(["yes", "no"] as const).map((each) => (
          <label
            key={each}
            className="flex min-h-12 items-center gap-3 px-3 py-2 has-checked:bg-sunken"
          >
            <input
              type="radio"
              name="isSerious"
              value={each}
              defaultChecked={props.chosen === each}
              className="size-5 shrink-0"
            />
            <span>
              {t(each)}
              <span className="block text-note text-ink3">{t(`${each}Hint`)}</span>
            </span>
          </label>
        ))}
      </div>
      {props.problem ? <p className="text-note font-medium text-error">{props.problem}</p> : null}
    </fieldset>
  );
}
