-- Reports belong to moderation, and say how far their evidence is proven.
ALTER TABLE contact_report RENAME TO moderation_report;
ALTER INDEX contact_report_pkey RENAME TO moderation_report_pkey;
ALTER INDEX contact_report_of RENAME TO moderation_report_of;
ALTER INDEX contact_report_about RENAME TO moderation_report_about;
ALTER INDEX contact_report_open RENAME TO moderation_report_open;
ALTER TABLE moderation_report
  ADD COLUMN evidence text NOT NULL DEFAULT 'NONE'
    CHECK (evidence IN ('NONE', 'AUTHENTIC', 'UNPROVEN'));
COMMENT ON COLUMN moderation_report.evidence IS
  'Whether the messages in it are proven to be what their author wrote; UNPROVEN when one of them is not';
