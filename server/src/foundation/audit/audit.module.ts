import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditSealer } from './audit-sealer.ts';
import { AuditTrail } from './audit-trail.ts';
import { Audit } from './audit.service.ts';
import { NotedReadings } from './noted-reading.ts';

@Module({
  providers: [Audit, AuditSealer, AuditTrail, { provide: APP_INTERCEPTOR, useClass: NotedReadings }],
  exports: [Audit, AuditTrail],
})
export class AuditModule {}
