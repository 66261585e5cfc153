// The benchmark's page: starts a worker for each contender and passes the harness's questions on.
const workers = [];

window.startWorker = () => workers.push(new Worker('worker.js', { type: 'module' })) - 1;

window.askWorker = (index, question) =>
    new Promise((resolve, reject) => {
        const worker = workers[index];
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) =>
            'error' in data ? reject(new Error(data.error)) : resolve(data.value);
        if (question.argument?.file === 'chosen') {
            question.argument.file = document.querySelector('#list').files[0];
        }
        worker.postMessage(question);
    });

window.stopWorkers = () => {
    for (const worker of workers.splice(0)) worker.terminate();
};
