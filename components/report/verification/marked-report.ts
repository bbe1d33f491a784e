import type { QueueReport } from "@/lib/report/verification/queue";

/** A report and how the desk's form names it. */
export type MarkedReport = QueueReport & {
  readonly mark: string;
  /** Opens WhatsApp with a notice to the sender of a returned report. */
  readonly tellHref?: string;
};

/** A subdistrict's reports on the page, and what is true of those on all pages. */
export type MarkedPlace = {
  readonly code: string;
  readonly name: string;
  readonly reports: readonly MarkedReport[];
  readonly count: number;
  readonly warned: number;
  /** Marks of those "without remarks". */
  readonly clean: readonly string[];
};
