import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { storableText } from "@/lib/base/forms/storable-text";

/** What the sign-in form sends. How long a password must be is asked when it is made, not here. */
export const signInForm = z.object({
  username: storableText.trim().min(1, problem("required")).max(64, problem("tooLong")),
  password: z.string().min(1, problem("required")).max(256, problem("tooLong")),
  /** Address to return to; only ever one of our own. */
  kembali: z.string().max(500).optional(),
});
