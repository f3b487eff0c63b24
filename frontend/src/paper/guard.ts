// Imported first by the worker. The compiler makes functions of strings for a file system
// it never uses; the content security policy forbids that with an error. What it is handed
// instead throws when it is called, which it never is.
globalThis.Function = function () {
  return () => {
    throw new Error('functions made of text are forbidden here');
  };
} as unknown as FunctionConstructor;
