thanks-welcome = You are welcome, { $name }. We wish your business well. 🙏
