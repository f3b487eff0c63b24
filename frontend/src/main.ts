import '@fontsource-variable/source-serif-4/wght.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { App as State } from './state/app.svelte';
import './ui/tokens.css';
import './ui/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks #app');
mount(App, { target, props: { app: new State() } });
