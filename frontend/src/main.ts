import '@fontsource-variable/source-serif-4/wght.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { speak } from './i18n/messages';
import { App as State } from './state/app.svelte';
import './ui/tokens.css';
import './ui/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks #app');
// The Go side wrote the language into the page: nobody sees another one flash by.
void speak(document.documentElement.lang).then(() => mount(App, { target, props: { app: new State() } }));
