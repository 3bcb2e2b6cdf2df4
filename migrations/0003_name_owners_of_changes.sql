ALTER TABLE `audit_changes` ADD `owner_id` text;--> statement-breakpoint
CREATE INDEX `audit_changes_owner` ON `audit_changes` (`owner_id`);--> statement-breakpoint
UPDATE `audit_changes` SET `owner_id` = coalesce(
  json_extract(`after`, '$.sharing_id'), json_extract(`before`, '$.sharing_id'),
  json_extract(`after`, '$.report_id'), json_extract(`before`, '$.report_id'));
