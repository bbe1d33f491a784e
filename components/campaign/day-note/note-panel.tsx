import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { choiceOf, type DayNote } from "@/lib/campaign/day-note/schema";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";

import { NoteForm, type Choice } from "./note-form";
import { RemoveNote } from "./remove-note";

type Send = (previous: FormState, form: FormData) => Promise<FormState>;

/** The notes on one day, and for who may write them the form to add, change and remove. */
export function NotePanel(props: {
  readonly actorId: string;
  readonly slug: string;
  readonly day: string;
  readonly isToday: boolean;
  /** Notes on that day. */
  readonly notes: readonly DayNote[];
  /** Places that this person may write on; empty: they read only. */
  readonly places: readonly Choice[];
  /** The place that a new note is on unless chosen otherwise. */
  readonly place: string;
  /** What this person may say of the day. */
  readonly kinds: readonly ReturnType<typeof choiceOf>[];
  readonly save: Send;
  readonly remove: Send;
}) {
  const t = useTranslations("dayNote");
  const draft = useTranslations("draft");
  const format = formats(useLocale());
  const { notes, places } = props;
  const keptAs = (note: string) => ({
    name: `${props.actorId}/catatan/${props.slug}/${props.day}/${note}`,
    texts: { restored: draft("restored"), discard: draft("discard") },
  });
  const form = {
    slug: props.slug,
    day: props.day,
    kinds: props.kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    places,
    save: props.save,
  };

  return (
    <Panel title={t("title")} note={format.weekdayDay(props.day)}>
      {notes.length === 0 ? (
        <p className="mt-2 pb-2 text-dense text-ink2">
          {t(props.isToday ? "none" : "noneThatDay")}
        </p>
      ) : (
        <ul className="mt-2">
          {notes.map((note) => {
            const isOwn =
              places.some(({ value }) => value === note.placeCode) &&
              props.kinds.includes(choiceOf(note));
            return (
              <li key={note.id} className="border-t border-line py-2 text-dense">
                <p>
                  <b className="font-semibold">{t(`kinds.${choiceOf(note)}`)}</b>: {note.note}
                </p>
                <p className="text-note text-ink3">{note.placeName}</p>
                {isOwn ? (
                  <div className="flex flex-wrap items-start gap-x-4 print:hidden">
                    <NoteForm
                      {...form}
                      opener={{ label: t("change"), name: t("changeOf", { note: note.note }) }}
                      note={{ ...note, choice: choiceOf(note) }}
                      place={note.placeCode}
                      kept={keptAs(note.id)}
                    />
                    <RemoveNote
                      slug={props.slug}
                      id={note.id}
                      label={t("remove")}
                      name={t("removeOf", { note: note.note })}
                      remove={props.remove}
                    />
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {places.length > 0 ? (
        <div className="border-t border-line print:hidden">
          <NoteForm
            {...form}
            key={props.day}
            opener={{ label: t("add") }}
            note={null}
            place={props.place}
            kept={keptAs("baru")}
          />
        </div>
      ) : null}
      <p className="mt-1 text-axis text-ink3">{t("explains")}</p>
    </Panel>
  );
}
