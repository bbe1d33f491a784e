-- A person's telephone number, in international form; null where none is known.
ALTER TABLE "app_user" ADD COLUMN "phone" TEXT;
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_phone" CHECK ("phone" ~ '^\+62[2-9][0-9]{7,11}$');
