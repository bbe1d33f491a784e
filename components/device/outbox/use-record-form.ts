"use client";

import { useRouter } from "next/navigation";
import {
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  type FormEvent,
} from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { FieldProblems, problemsByField } from "@/lib/base/forms/problem";
import { newSubmissionId } from "@/lib/device/outbox/new-id";
import type { SentRecord, TypedRecord } from "@/lib/device/outbox/record-mutation";

import { useOutbox } from "./use-outbox";

/** Where what was typed is: nowhere yet, on its way, on this device, or behind what is still on its way. */
export type RecordStage = "idle" | "sending" | "kept" | "behind";

type BodySchema = {
  readonly safeParse: (body: object) => { readonly error?: Parameters<typeof problemsByField>[0] };
};

type Typed = Readonly<Record<string, string>>;

/** How long something may be on its way until the page says that it is kept here, in milliseconds. */
const lateAfter = 3_000;

/**
 * A form whose record goes through the outbox, so that it is never lost on a bad line: what is typed is
 * kept on the device first, sent, read back, and what the server says comes back into the form. Without
 * scripts, or in a browser that keeps nothing, the form's action stores it.
 */
export function useRecordForm(props: {
  readonly actorId: string;
  readonly action: FormAction;
  readonly about: Omit<TypedRecord, "id" | "record" | "version" | "body" | "fields"> & {
    /**
     * null: a new record, whose id is made on this device and goes at the end of `address`; a page that was
     * kept is filled in more than once.
     */
    readonly record: string | null;
  };
  /** What the server will store of what was typed: the same for the action. */
  readonly bodyOf: (fields: Typed) => Readonly<Record<string, unknown>>;
  /** The schema of the body, fetched when something is first sent: what it rejects is said at once. */
  readonly schemaOf: () => Promise<BodySchema>;
  /** Where the page goes once a new record has arrived; left out: it shows what stands now. */
  readonly leadsTo?: (record: string) => string;
}): {
  readonly state: FormState;
  readonly phase: RecordStage;
  readonly isPending: boolean;
  readonly form: {
    readonly action: (form: FormData) => void;
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
} {
  const { actorId, about, leadsTo } = props;
  const router = useRouter();
  const open = useOutbox(actorId);
  const [answered, act, isActing] = useActionState(props.action, untouched);
  const [isBehind, setBehind] = useState(false);
  const [wrong, setWrong] = useState<FormState | null>(null);
  const records = open?.view.records ?? [];
  const record = useRecordId(about.record);
  const own = records.findLast((each) => each.kind === about.kind && each.record === record);
  const [seen, setSeen] = useState<string | null>(null);
  /** What was on its way while this page was open. */
  const going = useRef<string | null>(null);
  const wasKept = useRef(false);
  const isUnderWay = own !== undefined && isGoing(own);
  const isLate = useLate(isUnderWay && own.id);

  useEffect(() => {
    if (own === undefined) return;
    if (isGoing(own)) {
      going.current = own.id;
      wasKept.current ||= isLate;
      return;
    }
    // It arrived while this page was open: the page shows what stands now.
    if (own.state.kind !== "confirmed" || own.id !== going.current) return;
    going.current = null;
    if (leadsTo) router.push(leadsTo(own.record));
    // What waited was typed on a page that the device may have kept: loaded anew, it is the server's.
    else if (wasKept.current) window.location.reload();
    else router.refresh();
  }, [own, isLate, leadsTo, router]);

  async function put(fields: Typed, fallBack: () => void) {
    try {
      if (!open?.view.isKept || record === null) return fallBack();
      const [id, version] = [newSubmissionId(), Number(fields["version"] ?? "0")];
      const body = props.bodyOf(fields);
      const wrong = await problemsIn(props.schemaOf, { ...body, sent: id, version });
      setWrong(wrong && { status: "rejected", code: null, fields: wrong, typed: fields });
      if (wrong) return;
      const { isTaken } = await open.outbox.put({
        ...about,
        ...(about.record === null && {
          address: about.address + record,
          page: `${about.page}#${recordMark}${record}`,
        }),
        id,
        record,
        version,
        fields,
        body,
      });
      setBehind(!isTaken);
      if (!isTaken) return;
      setSeen(id);
      // It goes by itself from here on: the action would store it under another id, a second time.
      if (navigator.onLine) await open.outbox.send({ isForced: true }).catch(() => undefined);
    } catch {
      fallBack();
    }
  }

  return {
    state: wrong ?? (own && own.id === seen ? formStateOf(own) : standingState(own, answered)),
    phase: isBehind ? "behind" : isUnderWay ? (isLate ? "kept" : "sending") : "idle",
    isPending: isActing || (isUnderWay && !isLate),
    form: {
      action: act,
      onSubmit(event) {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const data = new FormData(event.currentTarget, submitter);
        const texts = [...data].flatMap(([name, value]) =>
          typeof value === "string" ? [[name, value] as const] : [],
        );
        void put(Object.fromEntries(texts), () => startTransition(() => act(data)));
      },
    },
  };
}

/**
 * What the schema rejects of a body, by field; null: nothing, or the schema is not on this device, and the
 * server judges alone.
 */
async function problemsIn(
  schemaOf: () => Promise<BodySchema>,
  body: object,
): Promise<FieldProblems | null> {
  try {
    const [schema, { problemsByField }] = await Promise.all([
      schemaOf(),
      import("@/lib/base/forms/problem"),
    ]);
    const { error } = schema.safeParse(body);
    return error ? problemsByField(error) : null;
  } catch {
    return null;
  }
}

/** Names in an address which record of this device a form goes on with. */
const recordMark = "catatan=";

/** The id of the record that a form is about; of a new one what the address goes on with, else its own. */
function useRecordId(given: string | null): string | null {
  const [fresh, setFresh] = useState<string | null>(null);
  useEffect(() => {
    if (given !== null) return;
    const { hash } = window.location;
    const marked = hash.startsWith(`#${recordMark}`) ? hash.slice(recordMark.length + 1) : null;
    // Known in a browser alone: a page is drawn for everybody who opens it.
    queueMicrotask(() => setFresh(marked ?? newSubmissionId()));
  }, [given]);
  return given ?? fresh;
}

function isGoing({ state }: SentRecord): boolean {
  return state.kind !== "rejected" && state.kind !== "confirmed";
}

/** What the page says of a form that it was opened with: a record that was rejected meanwhile waits here. */
function standingState(own: SentRecord | undefined, answered: FormState): FormState {
  return own?.state.kind === "rejected" && answered.status === "untouched"
    ? formStateOf(own)
    : answered;
}

function formStateOf({ state, fields }: SentRecord): FormState {
  if (state.kind === "confirmed") return { status: "saved", result: null };
  if (state.kind !== "rejected") return untouched;
  const whole = state.problems.find(({ field }) => field === "");
  const named = state.problems.filter(({ field }) => field !== "");
  return {
    status: "rejected",
    code: (whole?.code ?? null) as Extract<FormState, { status: "rejected" }>["code"],
    fields: Object.fromEntries(named.map(({ field, code }) => [field, [code]])) as FieldProblems,
    typed: fields,
  };
}

/** Whether one thing has been on its way for a while. */
function useLate(id: string | false): boolean {
  const [late, setLate] = useState<string | false>(false);
  useEffect(() => {
    if (id === false) return;
    const timer = setTimeout(() => setLate(id), navigator.onLine ? lateAfter : 0);
    return () => clearTimeout(timer);
  }, [id]);
  return id !== false && late === id;
}
