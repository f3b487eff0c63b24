import { createContext } from 'svelte';
import type { App } from './app.svelte';

/** The state for components: useApp() in a component, provideApp(app) once at the top. */
export const [useApp, provideApp] = createContext<App>();
