export { AuditModule } from './audit.module.ts';
export { Audit, type AuditEntry } from './audit.service.ts';
export { AuditTrail } from './audit-trail.ts';
export { canonicalJson, sha256OfJson } from './canonical-json.ts';
export { describeVerdict } from './describe-verdict.ts';
export { verifyAudit, type AuditBreak, type AuditVerdict } from './verify-audit.ts';
export { NotesReading } from './noted-reading.ts';
