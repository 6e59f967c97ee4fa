// A Jest environment whose globals are those of a plain V8 context. Jest reaches Math, Map and Number through a
// proxy behind an interceptor, so that whatever walks over everybody takes twice the time. A spec asks for it by
// its path in its first comment, as nightly.spec.ts does.
import { createRequire } from 'node:module';
import vm from 'node:vm';

// The environment that Jest itself brings along, in the version of Jest.
const { TestEnvironment } = createRequire(createRequire(import.meta.url).resolve('jest'))(
  'jest-environment-node',
);

export default class PlainContext extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} parts */
  constructor(...parts) {
    const { createContext } = vm;
    // The base class takes its context from here and offers no other way to hand it one.
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...parts);
    } finally {
      vm.createContext = createContext;
    }
  }
}
