import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterFold } from "@/components/base/ui/filter-fold";
import { FilterForm } from "@/components/base/ui/filter-form";

type Choice = {
  /** Its name in the address. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly every: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
};

/** Choices of a register that are too many for segments: each stands in the address. */
export function RegisterFilter(props: {
  readonly action: string;
  /** What else the address says. */
  readonly kept: Readonly<Record<string, string | null>>;
  readonly choices: readonly Choice[];
  readonly labels: { readonly title: string; readonly show: string; readonly clear: string };
  /** Address without any choice. */
  readonly cleared: string;
}) {
  const { labels } = props;
  // Who has one kecamatan chooses none.
  const choices = props.choices.filter(({ options }) => options.length > 1);
  const nameOf = ({ value, every, options }: Choice) =>
    options.find((each) => each.value === value)?.name ?? every;
  if (choices.length === 0) return null;
  return (
    <FilterFold label={labels.title} chosen={choices.map(nameOf)}>
      <FilterForm action={props.action} className="flex flex-wrap items-end gap-3">
        {Object.entries(props.kept).map(([name, value]) =>
          value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {choices.map((choice) => (
          <FilterChoice
            key={choice.id}
            id={choice.id}
            label={choice.label}
            value={choice.value}
            className="max-tablet:w-full"
          >
            <option value="">{choice.every}</option>
            {choice.options.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </FilterChoice>
        ))}
        <Button type="submit">{labels.show}</Button>
        {choices.some(({ value }) => value !== "") ? (
          <ButtonLink href={props.cleared} prefetch={false}>
            {labels.clear}
          </ButtonLink>
        ) : null}
      </FilterForm>
    </FilterFold>
  );
}
