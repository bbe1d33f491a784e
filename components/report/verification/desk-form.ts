/** Id of the form that the boxes and buttons of the queue belong to, wherever they stand. */
export const deskForm = "verifikasi";
