import { startTransition, type FormEvent } from "react";

/**
 * Sends a form to its action without React emptying it afterwards: selects, boxes and a chosen
 * file stand after a rejection as they were. Give it as `onSubmit` beside `action`, which is what a
 * browser without scripts uses.
 */
export function submitKept(send: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => send(form));
  };
}
