import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { noteText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { regionCode } from "@/lib/base/region/code";

const words = noteText.trim().max(limits.reasonLetters, problem("reasonTooLong"));

/** Why a report is returned, or a day is to be opened: words for another person. */
const reason = words.min(1, problem("required"));

/** A note that may be left out. */
const note = words.default("");

const campaignSlug = z.string();

/** Asks for, or opens, a day of a subdistrict. */
export const reopeningForm = z.object({
  kampanye: campaignSlug,
  tempat: z.union([regionCode, z.literal(unplacedCode)]),
  hari: z.iso.date(problem("noSuchDay")),
  alasan: reason,
});

/** Answers a question. */
export const decisionForm = z.object({
  kampanye: campaignSlug,
  permintaan: z.guid(),
  keputusan: z.enum(["opened", "declined"]),
  alasan: note,
});

/** Which button of the queue was pressed; the reports come beside it, several of one name. */
export const queueForm = z.object({
  kampanye: campaignSlug,
  /**
   * "verifikasi", "kembalikan", "bersih:" and a place: its reports without warnings, "kembalikan:"
   * or "sendiri:" and a report, "ya" or "batal" to the question, or "urungkan:" and a press.
   */
  lakukan: z.string().default("verifikasi"),
  alasan: note,
  /** Why reports with something to look at are verified together. */
  "alasan-verifikasi": note,
});

/** One value of an address; several of one name are the first. */
const parameter = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first)])
  .optional();

/** What the address of the queue may name. */
export const queueParams = z.object({
  kampanye: parameter,
  kecamatan: parameter,
  per: parameter,
  hari: parameter,
  status: parameter,
  peringatan: parameter,
  halaman: parameter,
});
