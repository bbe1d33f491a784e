"use client";

import { useState, type ComponentProps } from "react";

import { formats } from "@/lib/base/i18n/format";
import type { Locale } from "@/lib/base/i18n/locale";

import { TextField } from "./field";
import { filterField } from "./filter-choice";

/**
 * A date or an hour with what it says in words under it: a browser writes both in its own language's
 * order, so that 12 November may read "11/12". The words follow what is typed, and are there without
 * scripts.
 */
export function DateField({
  locale,
  type = "date",
  hint,
  onChange,
  ...field
}: Omit<ComponentProps<typeof TextField>, "type"> & {
  readonly locale: Locale;
  readonly type?: "date" | "time";
}) {
  const [typed, setTyped] = useState(String(field.defaultValue ?? ""));
  const words = wordsOf(field.value === undefined ? typed : String(field.value), locale);
  return (
    <TextField
      {...field}
      type={type}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(event);
      }}
      hint={
        <>
          <span aria-live="polite" className="block font-medium text-ink2 empty:hidden">
            {words}
          </span>
          {hint}
        </>
      }
    />
  );
}

/** A day to filter by, with its words beside the label: a row of filters has no line under it. */
export function DayFilter({
  locale,
  label,
  ...field
}: Omit<ComponentProps<"input">, "type" | "defaultValue"> & {
  readonly id: string;
  readonly locale: Locale;
  readonly label: string;
  readonly defaultValue: string;
}) {
  const [typed, setTyped] = useState(field.defaultValue);
  return (
    <div className="grid min-w-0 gap-1">
      <p className="flex flex-wrap gap-x-1.5 text-note text-ink2">
        <label htmlFor={field.id}>{label}</label>
        <span aria-live="polite" className="font-medium">
          {wordsOf(typed, locale)}
        </span>
      </p>
      <input
        {...field}
        type="date"
        onChange={(event) => setTyped(event.target.value)}
        className={filterField}
      />
    </div>
  );
}

/** "Kamis, 12 November 2026", "16.00"; nothing of what is no whole date or hour yet. */
export function wordsOf(value: string, locale: Locale): string {
  if (/^\d{2}:\d{2}/.test(value)) return formats(locale).hour(value);
  const isDay = /^[12]\d{3}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDay ? formats(locale).longDay(value) : "";
}
