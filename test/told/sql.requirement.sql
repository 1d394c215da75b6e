CREATE OR REPLACE VIEW "requirements_cases" AS
SELECT
  seen.id AS "id",
  seen.initial,
  seen.insistence,
  seen.client,
  law.rule,
  law.action,
  law.case_number,
  law.subject,
  law.gap
FROM (
  SELECT
    "id" AS id,
    CASE
      WHEN "initial_answered" IS NULL THEN 'none'
      WHEN "initial_answered" THEN 'answered'
      WHEN "initial_deadline" IS NULL AND "initial_deadline_at" IS NULL THEN 'term-unknown'
      WHEN date_trunc('milliseconds', now()) > date_trunc('milliseconds', "initial_deadline_at") OR (date_trunc('milliseconds', now()) AT TIME ZONE 'America/Santiago')::date > "initial_deadline" THEN 'overdue'
      ELSE 'in-term'
    END AS initial,
    CASE COALESCE(insisted.pauta_weight, 0)
      WHEN 0 THEN 'none'
      WHEN 1 THEN 'other-kind'
      WHEN 2 THEN 'answered'
      WHEN 3 THEN 'in-term'
      WHEN 4 THEN 'term-unknown'
      WHEN 5 THEN 'overdue'
    END AS insistence,
    COALESCE("client"::text, 'unaware') AS client,
    COALESCE("product"::text, 'unknown') AS product
  FROM "requirements" LEFT JOIN (
    SELECT
      "requirement_id" AS pauta_requirement,
      max(CASE
        WHEN "answered" THEN 2
        WHEN "deadline" IS NULL AND "deadline_at" IS NULL THEN 4
        WHEN date_trunc('milliseconds', now()) > date_trunc('milliseconds', "deadline_at") OR (date_trunc('milliseconds', now()) AT TIME ZONE 'America/Santiago')::date > "deadline" THEN 5
        ELSE 3
      END) AS pauta_weight
    FROM "insistences"
    GROUP BY 1
  ) AS insisted ON insisted.pauta_requirement = "id"
) AS seen
LEFT JOIN (
  VALUES
    (1, 'requirement/case-1', 'tell-max-date', 1, NULL, NULL),
    (2, 'requirement/case-2', 'read-answer', 2, NULL, NULL),
    (3, 'requirement/case-3', 'tell-client-to-file', 3, 'late-answer', NULL),
    (4, 'requirement/case-3', 'create-ticket', 3, 'late-answer', NULL),
    (5, 'requirement/medidor-vs-envasado-granel', 'not-covered', NULL, NULL, 'product-unknown'),
    (6, 'requirement/case-4', 'tell-client-to-file', 4, 'disagreement', NULL),
    (7, 'requirement/case-4', 'create-ticket', 4, 'disagreement', NULL),
    (8, 'requirement/medidor-vs-envasado-granel', 'not-covered', NULL, NULL, 'product-unknown'),
    (9, 'requirement/case-5', 'tell-insistence-max-date', 5, NULL, NULL),
    (10, 'requirement/case-6', 'escalate-supervisor', 6, NULL, NULL),
    (11, 'requirement/case-7', 'escalate-supervisor', 7, NULL, NULL),
    (12, 'requirement/case-8', 'escalate-supervisor', 8, NULL, NULL),
    (13, 'requirement/check-trigger', 'not-covered', NULL, NULL, 'no-initial-requirement'),
    (14, 'requirement/case-5', 'not-covered', NULL, NULL, 'both-open-insistence-in-term'),
    (15, 'requirement/case-8', 'not-covered', NULL, NULL, 'insistence-answer-unknown-to-client'),
    (16, 'requirement/check-trigger', 'not-covered', NULL, NULL, 'nothing-to-do'),
    (17, 'requirement/check-1-max-date', 'not-covered', NULL, NULL, 'deadline-unknown'),
    (18, 'requirement/check-1-max-date', 'not-covered', NULL, NULL, 'deadline-unknown'),
    (19, 'requirement/check-3-insistence', 'not-covered', NULL, NULL, 'insistence-kind-not-covered')
) AS law (number, rule, action, case_number, subject, gap) ON law.number = CASE
  WHEN seen.initial = 'in-term' AND seen.insistence = 'none' THEN 1 /* requirement/case-1 */
  WHEN seen.initial = 'answered' AND seen.insistence = 'none' AND seen.client = 'unaware' THEN 2 /* requirement/case-2 */
  WHEN seen.initial = 'overdue' AND seen.insistence = 'none' AND seen.product = 'meter' THEN 3 /* requirement/case-3 */
  WHEN seen.initial = 'overdue' AND seen.insistence = 'none' AND seen.product IN ('bottled', 'bulk') THEN 4 /* requirement/case-3 */
  WHEN seen.initial = 'overdue' AND seen.insistence = 'none' AND seen.product = 'unknown' THEN 5 /* requirement/medidor-vs-envasado-granel */
  WHEN seen.initial = 'answered' AND seen.insistence = 'none' AND seen.client = 'dissatisfied' AND seen.product = 'meter' THEN 6 /* requirement/case-4 */
  WHEN seen.initial = 'answered' AND seen.insistence = 'none' AND seen.client = 'dissatisfied' AND seen.product IN ('bottled', 'bulk') THEN 7 /* requirement/case-4 */
  WHEN seen.initial = 'answered' AND seen.insistence = 'none' AND seen.client = 'dissatisfied' AND seen.product = 'unknown' THEN 8 /* requirement/medidor-vs-envasado-granel */
  WHEN seen.initial = 'answered' AND seen.insistence = 'in-term' THEN 9 /* requirement/case-5 */
  WHEN seen.initial IN ('in-term', 'overdue', 'term-unknown') AND seen.insistence = 'answered' THEN 10 /* requirement/case-6 */
  WHEN seen.initial IN ('in-term', 'overdue', 'term-unknown', 'answered') AND seen.insistence = 'overdue' THEN 11 /* requirement/case-7 */
  WHEN seen.initial = 'answered' AND seen.insistence = 'answered' AND seen.client = 'dissatisfied' THEN 12 /* requirement/case-8 */
  WHEN seen.initial = 'none' THEN 13 /* requirement/check-trigger */
  WHEN seen.initial IN ('in-term', 'overdue', 'term-unknown') AND seen.insistence = 'in-term' THEN 14 /* requirement/case-5 */
  WHEN seen.initial = 'answered' AND seen.insistence = 'answered' AND seen.client = 'unaware' THEN 15 /* requirement/case-8 */
  WHEN seen.initial = 'answered' AND seen.insistence IN ('none', 'answered') AND seen.client = 'satisfied' THEN 16 /* requirement/check-trigger */
  WHEN seen.initial = 'term-unknown' AND seen.insistence = 'none' THEN 17 /* requirement/check-1-max-date */
  WHEN seen.initial IN ('in-term', 'overdue', 'term-unknown', 'answered') AND seen.insistence = 'term-unknown' THEN 18 /* requirement/check-1-max-date */
  WHEN seen.initial IN ('in-term', 'overdue', 'term-unknown', 'answered') AND seen.insistence = 'other-kind' THEN 19 /* requirement/check-3-insistence */
END;

CREATE INDEX "insistences_by_requirement_idx" ON "insistences" ("requirement_id");

ALTER TABLE "requirements" ADD CONSTRAINT "requirements_columns_agree" CHECK (
  ("product" IN ('meter', 'bottled', 'bulk')) IS NOT FALSE
  AND ("client" IN ('unaware', 'dissatisfied', 'satisfied')) IS NOT FALSE
  AND ("initial_answered" IS NOT NULL OR ("initial_deadline" IS NULL AND "initial_deadline_at" IS NULL))
  AND ("initial_deadline" BETWEEN '0001-01-01' AND '9999-12-31') IS NOT FALSE
  AND isfinite("initial_deadline_at") IS NOT FALSE
  AND ("initial_deadline" IS NULL OR "initial_deadline_at" IS NULL)
);

ALTER TABLE "insistences" ADD CONSTRAINT "insistences_columns_agree" CHECK (
  "requirement_id" IS NOT NULL
  AND "kind" IS NOT NULL
  AND "kind" IN ('late-answer', 'disagreement')
  AND "answered" IS NOT NULL
  AND ("deadline" BETWEEN '0001-01-01' AND '9999-12-31') IS NOT FALSE
  AND isfinite("deadline_at") IS NOT FALSE
  AND ("deadline" IS NULL OR "deadline_at" IS NULL)
);
