import { useMessages, useTranslations } from "next-intl";
import { useState } from "react";

import { SelectField, TextField } from "@/components/base/ui/field";
import { otherWord as other, ownWordName } from "@/lib/campaign/draft/typed-names";
import { isAct, isGiven, isNoun, knownActs, knownGives, knownNouns } from "@/lib/base/i18n/wording";

const known = { noun: knownNouns, act: knownActs, gives: knownGives };

/** Whom a campaign or group counts, what is done, or what is given: from a list, or as typed. */
export function WordField(props: {
  readonly id: string;
  readonly kind: keyof typeof known;
  readonly value: string;
  /** What the campaign says, where an empty field means that; absent: a word is needed. */
  readonly standing?: string;
  readonly onChange: (word: string) => void;
  readonly problem: string | undefined;
}) {
  const t = useTranslations("campaigns.form");
  const { words } = useMessages();
  const { id, kind, value, standing, onChange, problem } = props;
  const codes: readonly string[] = known[kind];
  const [isTyping, setTyping] = useState(false);
  const isOwn = isTyping || (value !== "" && !codes.includes(value));
  const label = t(kind);

  function wordOf(code: string): string {
    if (kind === "noun") return isNoun(code) ? words.nouns[code].one : code;
    if (kind === "act") return isAct(code) ? words.acts[code] : code;
    return isGiven(code) ? words.gives[code].one : code;
  }

  return (
    <div className="grid content-start gap-2">
      <SelectField
        id={isOwn ? `${id}-list` : id}
        name={id}
        label={label}
        value={isOwn ? other : value}
        onChange={({ target }) => {
          setTyping(target.value === other);
          onChange(target.value === other ? "" : target.value);
        }}
        problem={isOwn ? undefined : problem}
      >
        {standing === undefined ? null : (
          <option value="">{t("asCampaign", { word: wordOf(standing) })}</option>
        )}
        {codes.map((code) => (
          <option key={code} value={code}>
            {wordOf(code)}
          </option>
        ))}
        <option value={other}>{t("otherWord")}</option>
      </SelectField>
      {isOwn ? (
        <TextField
          id={id}
          name={ownWordName(id)}
          label={t("otherWordLabel", { label })}
          value={value}
          onChange={({ target }) => {
            setTyping(true);
            onChange(target.value);
          }}
          problem={problem}
        />
      ) : (
        <noscript>
          <TextField
            id={`${id}-own`}
            name={ownWordName(id)}
            label={t("otherWordLabel", { label })}
          />
        </noscript>
      )}
    </div>
  );
}
