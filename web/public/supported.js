// Says what this browser lacks before anything else fails. For browsers of any age: no modules, old syntax.
(function () {
    var missing = [];
    function need(what, there) {
        try {
            if (there()) return;
        } catch (error) {
            // What throws is not there.
            void error;
        }
        missing.push(what);
    }
    var wasm = 'WebAssembly';
    need(wasm, function () {
        return typeof WebAssembly === 'object' && typeof WebAssembly.validate === 'function';
    });
    if (missing.length === 0) {
        need(wasm + ' SIMD', function () {
            // A function that gives i8x16.popcnt of v128.const 0.
            var zeros = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            var head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
            var code = [10, 24, 1, 22, 0, 253, 12].concat(zeros, [253, 98, 11]);
            return WebAssembly.validate(new Uint8Array(head.concat(code)));
        });
    }
    need('JavaScript modules', function () {
        return 'noModule' in document.createElement('script');
    });
    need('workers made of modules', function () {
        // Whoever enforces Trusted Types has them, and would refuse the attempt.
        if (window.trustedTypes) return true;
        var read = false;
        var options = {};
        Object.defineProperty(options, 'type', {
            get: function () {
                read = true;
                return 'module';
            },
        });
        var worker = new Worker(URL.createObjectURL(new Blob([''])), options);
        worker.terminate();
        return read;
    });
    need('the current JavaScript (ES2022)', function () {
        return (
            'at' in Array.prototype && 'hasOwn' in Object && 'cause' in new Error('', { cause: 0 })
        );
    });
    need('the colours of two themes (light-dark() in CSS)', function () {
        return CSS.supports('color', 'light-dark(#000, #fff)');
    });
    need('dialogs', function () {
        return typeof HTMLDialogElement === 'function';
    });
    need('streams that compress', function () {
        return typeof CompressionStream === 'function';
    });
    if (missing.length === 0) return;
    var line = document.getElementById('crash');
    line.textContent =
        'This browser cannot run the page. It lacks: ' +
        missing.join('; ') +
        '. A current Chrome, Edge, Firefox or Safari has all of it.';
    line.hidden = false;
    line.removeAttribute('hidden');
    document.documentElement.setAttribute('data-unsupported', '');
})();
