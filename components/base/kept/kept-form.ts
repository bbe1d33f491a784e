import { isRecord } from "@/lib/base/forms/unknown-object";

import { typeInto } from "@/components/base/ui/type-into";

export type Texts = Readonly<Record<string, string>>;

/** Marks a part of a form that has a button of its own. */
const part = "[data-part]";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const unkept: ReadonlySet<string> = new Set([
  "hidden",
  "password",
  "file",
  "submit",
  "radio",
  "checkbox",
]);

/** The form that something stands in, or the one with an id. */
export function formOf(inside: Element | null, id: string | undefined): HTMLFormElement | null {
  const found = id === undefined ? inside?.closest("form") : document.getElementById(id);
  return found instanceof HTMLFormElement ? found : null;
}

export function isField(target: unknown): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** Whether the form has parts with a button of their own. */
export function hasParts(form: HTMLFormElement): boolean {
  return fieldsOf(form).some(([, field]) => field.closest(part) !== null);
}

/** The names of the fields that a button sends: of its part, or of a form without parts. */
export function sentBy(form: HTMLFormElement, button: Element | null): readonly string[] {
  const own = button?.closest(part) ?? null;
  return fieldsOf(form).flatMap(([name, field]) =>
    field.closest(part) === own && (own !== null || !hasParts(form)) ? [name] : [],
  );
}

/** The form's fields that hold text, by what they are called. */
function fieldsOf(form: HTMLFormElement): readonly (readonly [string, Field])[] {
  return [...form.elements].flatMap((field) =>
    isField(field) && !unkept.has(field.type) && (field.name || field.id) !== ""
      ? [[field.name || field.id, field] as const]
      : [],
  );
}

/** What the fields of a form hold, by what they are called. */
export function textsOf(form: HTMLFormElement): Texts {
  return Object.fromEntries(fieldsOf(form).map(([name, { value }]) => [name, value]));
}

/** What the fields were drawn with, whatever was typed in them before the page was alive. */
export function drawnIn(form: HTMLFormElement): Texts {
  return Object.fromEntries(fieldsOf(form).map(([name, field]) => [name, drawnText(field)]));
}

function drawnText(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}

/** The fields that are not as they were at first. */
export function changedIn(texts: Texts, first: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).filter(([name, text]) => name in first && first[name] !== text),
  );
}

/** The texts of fields that the others do not know. */
export function unknownIn(texts: Texts, others: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !(name in others)));
}

export function isFilled(texts: Texts): boolean {
  return Object.keys(texts).length > 0;
}

/** Puts texts into their fields, as if they had been typed. */
export function fill(form: HTMLFormElement, values: Texts): void {
  for (const [name, field] of fieldsOf(form)) {
    const value = values[name];
    if (value === undefined || value === field.value) continue;
    typeInto(field, value);
    unfold(field);
  }
}

/** What was typed is not hidden in something folded away. */
function unfold(field: Element): void {
  for (
    let fold = field.closest("details");
    fold;
    fold = fold.parentElement?.closest("details") ?? null
  ) {
    fold.open = true;
  }
}

/** What a draft holds, as far as it is of texts. */
export function textsIn(draft: { readonly value?: unknown } | null): Texts {
  const read = draft?.value;
  return isTexts(read) ? read : {};
}

function isTexts(read: unknown): read is Texts {
  return isRecord(read) && Object.values(read).every((text) => typeof text === "string");
}
