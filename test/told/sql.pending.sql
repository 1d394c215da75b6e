CREATE OR REPLACE VIEW "chats_pending" AS
SELECT
  "id",
  ((("action_since" IS NOT NULL) OR ("action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE)) AND CASE
    WHEN "action_since" IS NOT NULL THEN TRUE /* pending/definition-action */
    WHEN "action_since" IS NULL AND "last_message" = 'none' THEN FALSE /* pending/definition-response */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai', 'seller') AND "resolved" IS TRUE THEN FALSE /* pending/settled-by-resolve */
    WHEN "action_since" IS NULL AND "last_message" = 'seller' AND "resolved" IS NOT TRUE THEN FALSE /* pending/settled-by-seller */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'attending' THEN FALSE /* pending/ai-process-exempt */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'overdue' THEN TRUE /* pending/ai-window-exceeded */
    WHEN "action_since" IS NULL AND "last_message" = 'client' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN TRUE /* pending/client-unanswered */
    WHEN "action_since" IS NULL AND "last_message" = 'ai' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN TRUE /* pending/last-by-ai */
  END) AS is_pending,
  CASE
    WHEN "action_since" IS NOT NULL THEN 'pending/definition-action'
    WHEN "action_since" IS NULL AND "last_message" = 'none' THEN 'pending/definition-response'
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai', 'seller') AND "resolved" IS TRUE THEN 'pending/settled-by-resolve'
    WHEN "action_since" IS NULL AND "last_message" = 'seller' AND "resolved" IS NOT TRUE THEN 'pending/settled-by-seller'
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'attending' THEN 'pending/ai-process-exempt'
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'overdue' THEN 'pending/ai-window-exceeded'
    WHEN "action_since" IS NULL AND "last_message" = 'client' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN 'pending/client-unanswered'
    WHEN "action_since" IS NULL AND "last_message" = 'ai' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN 'pending/last-by-ai'
  END AS rule,
  CASE
    WHEN "action_since" IS NOT NULL THEN 'seller-action' /* pending/definition-action */
    WHEN "action_since" IS NULL AND "last_message" = 'none' THEN 'no-messages' /* pending/definition-response */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai', 'seller') AND "resolved" IS TRUE THEN 'resolved' /* pending/settled-by-resolve */
    WHEN "action_since" IS NULL AND "last_message" = 'seller' AND "resolved" IS NOT TRUE THEN 'seller-last' /* pending/settled-by-seller */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'attending' THEN 'ai-process' /* pending/ai-process-exempt */
    WHEN "action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE AND "pauta_ai" = 'overdue' THEN 'ai-window-exceeded' /* pending/ai-window-exceeded */
    WHEN "action_since" IS NULL AND "last_message" = 'client' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN 'client-unanswered' /* pending/client-unanswered */
    WHEN "action_since" IS NULL AND "last_message" = 'ai' AND "resolved" IS NOT TRUE AND "pauta_ai" = 'off' THEN 'last-by-ai' /* pending/last-by-ai */
  END AS reason,
  "waiting_since" AS waiting_since,
  CASE WHEN "pauta_left" <= date_trunc('milliseconds', now()) THEN LEAST(date_trunc('milliseconds', "action_since"), "pauta_left") ELSE date_trunc('milliseconds', "action_since") END AS pending_since,
  CASE WHEN "pauta_ai" = 'attending' AND ("resolved" IS NOT TRUE AND "last_message" IN ('client', 'ai')) AND ("action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE) THEN GREATEST(COALESCE(date_trunc('milliseconds', "waiting_since"), date_trunc('milliseconds', "last_message_at")), date_trunc('milliseconds', "ai_since")) + interval '300001 milliseconds' END AS valid_until,
  COALESCE("waiting_since", "action_since") AS waits_from
FROM (
  SELECT
    "id",
    "last_message",
    "waiting_since",
    "ai_since",
    "resolved",
    "last_message_at",
    "ai_until",
    "action_since",
    CASE
      WHEN "ai_since" IS NULL OR "ai_until" IS NOT NULL THEN 'off'
      WHEN NOT ("resolved" IS NOT TRUE AND "last_message" IN ('client', 'ai')) THEN 'attending'
      WHEN NOT ("last_message" IN ('client', 'ai')) THEN 'off'
      WHEN date_trunc('milliseconds', now()) > GREATEST(COALESCE(date_trunc('milliseconds', "waiting_since"), date_trunc('milliseconds', "last_message_at")), date_trunc('milliseconds', "ai_since")) + interval '300000 milliseconds' THEN 'overdue'
      ELSE 'attending'
    END AS "pauta_ai",
    CASE
      WHEN NOT ("resolved" IS NOT TRUE AND "last_message" IN ('client', 'ai')) THEN NULL
      WHEN "ai_since" IS NULL OR date_trunc('milliseconds', "ai_until") <= date_trunc('milliseconds', "waiting_since") THEN date_trunc('milliseconds', "waiting_since")
      WHEN NOT ("last_message" IN ('client', 'ai')) THEN COALESCE(date_trunc('milliseconds', "last_message_at"), date_trunc('milliseconds', "waiting_since"))
      ELSE LEAST(GREATEST(COALESCE(date_trunc('milliseconds', "waiting_since"), date_trunc('milliseconds', "last_message_at")), date_trunc('milliseconds', "ai_since")) + interval '300001 milliseconds', date_trunc('milliseconds', "ai_until"))
    END AS "pauta_left"
  FROM "chats"
) AS chat;

CREATE INDEX "chats_pending_idx" ON "chats" ((COALESCE("waiting_since", "action_since")))
WHERE (("action_since" IS NOT NULL) OR ("action_since" IS NULL AND "last_message" IN ('client', 'ai') AND "resolved" IS NOT TRUE));

ALTER TABLE "chats" ADD CONSTRAINT "chats_columns_agree" CHECK (
  "last_message" IS NOT NULL
  AND "last_message" IN ('none', 'client', 'ai', 'seller')
  AND ("resolved" IS NOT TRUE AND "last_message" IN ('client', 'ai')) = ("waiting_since" IS NOT NULL)
  AND ("ai_until" IS NULL OR ("ai_since" IS NOT NULL AND date_trunc('milliseconds', "ai_until") >= date_trunc('milliseconds', "ai_since")))
  AND isfinite("waiting_since") IS NOT FALSE
  AND isfinite("ai_since") IS NOT FALSE
  AND isfinite("last_message_at") IS NOT FALSE
  AND isfinite("ai_until") IS NOT FALSE
  AND isfinite("action_since") IS NOT FALSE
);
