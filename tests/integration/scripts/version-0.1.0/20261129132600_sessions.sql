-- A session is a row: what ends it deletes it. Tokens of before name no row, so everybody signs in
-- once more, and the number that ended sessions until now goes.
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "session_user_id_idx" ON "session"("user_id");

ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "app_user" DROP COLUMN "session_version",
ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "password_reset_at" TIMESTAMPTZ,
ADD COLUMN     "password_reset_by" TEXT;
