import "./refuse-unreadable.mjs";

/**
 * Loaded before a program that we start: it ends when the line to its parent breaks, so that even
 * a SIGKILL of the parent leaves no server behind on its port. Processes that the program starts
 * inherit this file and are left alone: the line they have is the program's own.
 */
if (process.channel && process.env.CAKUPAN_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit());
  // Watching must not keep a program alive that has finished its work.
  process.channel.unref();
}
