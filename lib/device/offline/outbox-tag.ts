/** The name under which a page asks that the worker be woken when the connection is back. */
export const outboxTag = "cakupan-outbox";
