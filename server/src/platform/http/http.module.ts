import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { AnswerInterceptor } from './answer.interceptor.ts';
import { LoadSigns } from './load-signs.ts';
import { LoginLimiter } from './login-limiter.ts';
import { ProblemFilter } from './problem.filter.ts';
import { Readiness } from './readiness.ts';
import { StaffCookie } from './staff-cookie.ts';
import { validationPipe } from './validation.pipe.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    LoadSigns,
    LoginLimiter,
    Readiness,
    StaffCookie,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [LoadSigns, Readiness, StaffCookie],
})
export class HttpModule {}
