# Which files are ours, by language, for checking and formatting (sourced, bash). Names are relative to the project.

list_cpp() { find core wasm tests examples -name '*.cpp' -o -name '*.hpp' | sort; }

list_shell() {
    printf '%s\n' .ci/run scripts/lib/*.sh
    find scripts -type f -exec grep -lE '^#!.*bash' {} + | sort
}
