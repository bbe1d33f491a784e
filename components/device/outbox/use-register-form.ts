"use client";

import { useCallback, useState } from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { useHydrated } from "@/components/base/ui/use-hydrated";
import { withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import type { TypedRecord } from "@/lib/device/outbox/record-mutation";

import { useRecordForm } from "./use-record-form";

/** Which record of a register a form is of, and what lists of what waits on a device say of it. */
export type RegisterRecord = {
  readonly kampanye: string;
  readonly district: string;
  readonly actorId: string;
  /** What lists call it: "KIPI, BIAN Kapuas". */
  readonly name: string;
  /** The page that a new one is typed on, and where the record stands once it is stored: "{id}" is its id. */
  readonly page: string;
  readonly home: string;
  /** Where it is sent to, but for its id at the end. */
  readonly address: string;
  readonly id: string;
  /** Under which what is sent without scripts is stored once. */
  readonly sent: string;
  readonly version: number;
  /** When the server drew the form, ISO. */
  readonly drawnAt: string;
};

/** For so long what a form begins with is of now, in milliseconds. */
const stale = 10 * 60_000;

/** A form of a register: over the outbox, and to the record's page once it is stored. */
export function useRegisterForm(props: {
  readonly kind: TypedRecord["kind"];
  readonly record: RegisterRecord;
  readonly action: FormAction;
  readonly bodyOf: Parameters<typeof useRecordForm>[0]["bodyOf"];
  readonly schemaOf: Parameters<typeof useRecordForm>[0]["schemaOf"];
}) {
  const { record } = props;
  const isNew = record.version === 0;
  const isHydrated = useHydrated();
  const [openedAt] = useState(now);
  // Drawn by the server long ago: a device kept the page.
  const isOld = isNew && isHydrated && openedAt.getTime() - Date.parse(record.drawnAt) > stale;
  const homeOf = useCallback((id: string) => record.home.replace("{id}", id), [record.home]);

  const { state, phase, isPending, form } = useRecordForm({
    actorId: record.actorId,
    action: props.action,
    about: {
      kind: props.kind,
      record: isNew ? null : record.id,
      name: record.name,
      page: isNew ? record.page : withQuery(homeOf(record.id), { ubah: "ya" }),
      address: isNew ? record.address : record.address + record.id,
      district: record.district,
    },
    bodyOf: props.bodyOf,
    schemaOf: props.schemaOf,
    leadsTo: homeOf,
  });
  return {
    state,
    phase,
    isPending,
    form,
    ids: {
      kampanye: record.kampanye,
      id: record.id,
      sent: record.sent,
      version: record.version,
    },
    /** When a new one was opened that the server drew long before; null: it is as it was drawn. */
    beganAt: isOld ? openedAt : null,
  };
}
