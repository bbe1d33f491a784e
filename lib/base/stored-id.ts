import { z } from "zod";

/**
 * An id as it is stored and compared. PostgreSQL writes it in lower case and a sender may not, so
 * this is where its case is lost, once.
 */
export const storedId = z.guid().transform((id) => id.toLowerCase());
