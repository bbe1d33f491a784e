-- Devices that people signed in on, and since when what a device says of its waiting is believed.
CREATE TABLE "known_device" (
    "device_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "first_sign_in_at" TIMESTAMPTZ NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ NOT NULL,
    "believed_from" TIMESTAMPTZ,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("device_id","user_id")
);

CREATE TABLE "last_contact" (
    "user_id" UUID NOT NULL,
    "believed_from" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "last_contact_pkey" PRIMARY KEY ("user_id")
);

CREATE INDEX "known_device_user_id_idx" ON "known_device"("user_id");

ALTER TABLE "known_device" ADD CONSTRAINT "known_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "last_contact" ADD CONSTRAINT "last_contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Its keys were names as they were typed; they are hashed now.
DELETE FROM "sign_in_attempt";
