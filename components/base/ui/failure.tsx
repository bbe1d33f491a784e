import { RefreshCw, ServerOff } from "lucide-react";

import { Button } from "./button";

/** The page could not be read: what is safe, how to go on, and a number to tell the administrator. */
export function Failure(props: {
  readonly title: string;
  readonly text: string;
  readonly retry: string;
  /** The sentence that it tries by itself, when it does. */
  readonly retrying: string | null;
  /** The sentence with the number, when there is one. */
  readonly incident: string | null;
  readonly onRetry: () => void;
}) {
  return (
    <div className="mx-auto grid max-w-160 justify-items-start gap-4 px-4 py-16">
      <ServerOff aria-hidden className="size-10 text-error" />
      <h1 className="text-title font-semibold">{props.title}</h1>
      <p className="text-ink2">{props.text}</p>
      <Button variant="primary" size="phone" onClick={props.onRetry}>
        <RefreshCw aria-hidden className="size-4" />
        {props.retry}
      </Button>
      {props.retrying ? <p className="text-note text-ink2">{props.retrying}</p> : null}
      {props.incident ? <p className="text-note text-ink3">{props.incident}</p> : null}
    </div>
  );
}
