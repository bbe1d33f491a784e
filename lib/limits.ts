/**
 * Every limit on what a person or program may send, in one place: `code` names the sentence in the
 * catalogue that a refusal says. A limit that is not here is a number somebody guessed at.
 */
export const limits = {
  /** Columns of a campaign: pairs of intervention and target group. */
  campaignColumns: 60,
  /** Heads of a table that is loaded or pasted. */
  tableHeads: 400,
  /** Cells of one batch of daily reports. */
  batchCells: 20_000,
  /** Problems told of one report, and of one file or batch. */
  problemsPerReport: 50,
  problemsPerBatch: 1_000,
  /** Passwords of strangers that wait to be checked. */
  strangersWaitingForHash: 20,
  /** Devices remembered of one person, and people of one device: the ones used last. */
  devicesPerPerson: 50,
  peoplePerDevice: 20,
} as const;

/** Wrong passwords: how many are answered at once, and how long the next one waits (lib/auth). */
export const signInLimits = {
  /** For one name from one network, or from one device of its own; they come back after so long without a try. */
  quickTries: 10,
  quickSeconds: 15 * 60,
  /** Beyond them each try waits twice as long as the one before, from 2 s to this. */
  longestDelaySeconds: 30,
  /** For one name from everywhere, in an hour. Beyond them it has one turn an interval. */
  nameTries: 100,
  nameSeconds: 60 * 60,
  nameIntervalSeconds: 4,
  namePlaces: 8,
  /** For all names from one network: beyond the first they take turns, beyond the last they are refused. */
  networkTries: 60,
  networkMost: 120,
  networkSeconds: 15 * 60,
  networkIntervalSeconds: 2,
  networkPlaces: 4,
  /** Sign-ins of strangers from one network that are read at once; the others follow at an interval. */
  doorAtOnce: 5,
  doorIntervalMilliseconds: 200,
  doorWaiting: 50,
} as const;
